"""A local stand-in for a Canvas: its API as documented, with a second host that keeps files.

It keeps grades and comments in memory and has the traps of the real one: short pages whose
addresses are opaque, throttling, files kept elsewhere, one grade for a whole group, comments
that can only be added.
"""

import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from moodle_site import form

TOKEN = "probe-token"
COURSE, ASSIGNMENT = 7, 9
AT = "2026-11-21T20:52:05Z"
PEOPLE = {11: ("Anna Müller", "Müller, Anna"), 12: ("Sean O'Probe", "O'Probe, Sean")} | {
    13: ("Bela Muster", "Muster, Bela")
}
PAGE = 2


class Server:
    """One host; ``answer(request, method, body)`` gives (status, headers, content)."""

    def __init__(self, answer):
        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def handle_any(self):
                body = self.rfile.read(int(self.headers["Content-Length"] or 0))
                status, headers, content = answer(self, body)
                sent = content if isinstance(content, bytes) else json.dumps(content).encode()
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(sent))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(sent)

            do_GET = do_POST = do_PUT = handle_any

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}"
        self.thread = Thread(target=self.http.serve_forever, args=(0.01,))
        self.thread.start()

    def close(self):
        self.http.shutdown()
        self.thread.join()
        self.http.server_close()


class Site:
    """``with Site() as site:`` serves on ``site.address``; what happened is in its fields."""

    def __init__(self, notebook=b"{}", handed_in=(11, 12), **settings):
        self.notebook = notebook
        self.settings = {
            **{"id": ASSIGNMENT, "name": "Blatt 9", "points_possible": 24.0},
            **{"grading_type": "points", "post_manually": True},
        } | settings
        self.submissions = {user: self.empty(user) for user in PEOPLE}
        for user in handed_in:
            self.submissions[user] |= {
                **{"submitted_at": AT, "workflow_state": "submitted", "attempt": 1},
                **{"submission_type": "online_upload"},
            }
        self.uploads = {}
        self.throttled = 0
        self.busy = (403, {}, b"403 Forbidden (Rate Limit Exceeded)")
        self.remaining = "700.0"
        self.elsewhere = ""
        self.calls = []
        self.tokens_elsewhere = []

    def empty(self, user):
        return {
            **{"user_id": user, "workflow_state": "unsubmitted", "submitted_at": None},
            **{"score": None, "entered_score": None, "late": False, "excused": None},
            **{"submission_comments": [], "group": {"id": None, "name": None}},
        }

    def together(self, *users):
        for user in users:
            self.submissions[user]["group"] = {"id": 5, "name": "Gruppe A"}

    def __enter__(self):
        self.files = Server(self.keep)
        self.server = Server(self.answer)
        self.address = self.server.address
        path = f"/courses/{COURSE}/assignments/{ASSIGNMENT}"
        self.assignment_address = self.address + path
        self.api = f"/api/v1{path}"
        return self

    def __exit__(self, *_):
        self.server.close()
        self.files.close()

    @property
    def grades(self):
        return {
            user: one["entered_score"]
            for user, one in self.submissions.items()
            if one["entered_score"] is not None
        }

    def attached(self, user):
        comments = self.submissions[user]["submission_comments"]
        return [file["display_name"] for one in comments for file in one["attachments"]]

    def keep(self, request, body):
        """The host that keeps files: it must never see the token."""
        if request.headers["Authorization"]:
            self.tokens_elsewhere.append(request.path)
        if request.command == "GET":
            return 200, {}, self.notebook
        fields = form(body, request.headers["Content-Type"])
        assert fields["key"] == "signiert"
        self.uploads[len(self.uploads) + 1] = [fields["name"], fields["file"]]
        confirm = f"{self.address}/api/v1/files/{len(self.uploads)}/create_success?uuid=x"
        return 301, {"Location": confirm}, b""

    def answer(self, request, body):
        split = urlsplit(request.path)
        query = parse_qs(split.query)
        self.calls.append(f"{request.command} {split.path}")
        if split.path.startswith("/files/"):
            target = self.elsewhere or f"{self.files.address}/kept"
            return 302, {"Location": target}, b""
        if request.headers["Authorization"] != f"Bearer {TOKEN}":
            return 401, {}, {"errors": [{"message": "Invalid access token."}]}
        if self.throttled:
            self.throttled -= 1
            return self.busy
        status, headers, content = self.api_answer(request, split.path, query, body)
        return status, headers | {"X-Rate-Limit-Remaining": self.remaining}, content

    def api_answer(self, request, path, query, body):
        if path == "/api/v1/users/self":
            return 200, {}, {"id": 1}
        if path == self.api:
            return 200, {}, self.settings
        if path == f"/api/v1/courses/{COURSE}/users":
            listed = [
                {"id": user, "name": name, "sortable_name": sortable, "login_id": f"l{user}"}
                | {"email": f"{user}@uni.example", "sis_user_id": f"M{user}"}
                for user, (name, sortable) in PEOPLE.items()
            ]
            return self.page(listed, path, query)
        if path == f"{self.api}/submissions":
            listed = [self.shown(one) for one in self.submissions.values()]
            return self.page(listed, path, query)
        if found := re.fullmatch(rf"{self.api}/submissions/(\d+)/comments/files", path):
            name = parse_qs(body.decode())["name"][0]
            params = {"key": "signiert", "name": name, "user": found[1]}
            return 200, {}, {"upload_url": f"{self.files.address}/in", "upload_params": params}
        if found := re.fullmatch(r"/api/v1/files/(\d+)/create_success", path):
            return 200, {}, {"id": int(found[1]), "display_name": "x"}
        if found := re.fullmatch(rf"{self.api}/submissions/(\d+)", path):
            return self.grade(int(found[1]), parse_qs(body.decode()))
        return 404, {}, {"errors": [{"message": "The specified resource does not exist."}]}

    def shown(self, one):
        if one["submitted_at"] is None:
            return one
        user = one["user_id"]
        file = {"id": 100 + user, "display_name": "Übung: 1.ipynb", "size": len(self.notebook)}
        return one | {"attachments": [file | {"url": f"{self.address}/files/{user}/download"}]}

    def page(self, listed, path, query):
        first = int(query.get("page", ["0"])[0])
        following = f'<{self.address}{path}?page={first + PAGE}&opaque=1>; rel="next"'
        link = {"link": following} if first + PAGE < len(listed) else {}
        return 200, link, listed[first : first + PAGE]

    def grade(self, user, fields):
        group = self.submissions[user]["group"]["id"]
        alone = self.settings.get("grade_group_students_individually", False)
        members = [
            one
            for name, one in self.submissions.items()
            if name == user or (group and one["group"]["id"] == group and not alone)
        ]
        for one in members:
            one["entered_score"] = float(fields["submission[posted_grade]"][0])
            one["score"] = one["entered_score"] - one.get("points_deducted", 0)
        words = fields.get("comment[text_comment]")
        files = [int(one) for one in fields.get("comment[file_ids][]", [])]
        if words or files:
            attached = [
                {"id": one, "display_name": self.uploads[one][0], "size": 1} for one in files
            ]
            self.submissions[user]["submission_comments"].append(
                {"comment": (words or [""])[0], "attachments": attached}
            )
        return 200, {}, self.submissions[user]
