"""A local stand-in for a Moodle site: the web service as documented and as seen on a real one.

It keeps grades and feedback in memory and has the traps of the real one: ``null`` on success
and also when nothing was stored, an exception where the comment is missing, and numbers of
participants only under blind marking (-1 otherwise, and the first time somebody asks).
"""

import json
import re
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl, unquote, urlsplit

from autograder.lms.switches import NEEDED

TOKEN = "probe-token"
CMID, ASSIGNMENT = 17, 3
AT = 1795294325  # 2026-11-21 20:52:05 UTC
PEOPLE = {
    11: ("Anna Muster", 1),
    12: ("Sean O'Probe", 2),
    13: ("Bela Muster", 3),
}
EMAILS = {11: "anna@uni.example", 12: "sean@uni.example"}


class Site:
    """``with Site() as site:`` serves on ``site.address``; what happened is in its fields."""

    def __init__(self, notebook=b"{}", **settings):
        self.notebook = notebook
        defaults = {"grade": 24, "teamsubmission": 0, "blindmarking": 0, "group": 5}
        self.settings = defaults | settings
        self.numbered = self.never_numbered = False
        self.status = "submitted"
        self.separate_groups = False
        self.enabled = {"comments", "file", "offline"}
        self.functions = list(NEEDED)
        self.grades = {}
        self.comments = {}
        self.drafts = {}
        self.files = {}
        self.elsewhere = ""
        self.calls = []

    def __enter__(self):
        site = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                site.answer(self, dict(parse_qsl(urlsplit(self.path).query)))

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                kind = self.headers["Content-Type"]
                site.answer(self, form(body, kind) if "multipart" in kind else plain(body))

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.assignment_address = f"{self.address}/mod/assign/view.php?id={CMID}"
        self.thread = Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def answer(self, request, fields):
        path = unquote(urlsplit(request.path).path)
        if path.startswith("/webservice/pluginfile.php"):
            content = self.notebook
        elif fields.get("wstoken", fields.get("token")) != TOKEN:
            content = refusal("invalidtoken", "Ungültiges Token")
        elif path == "/webservice/upload.php":
            self.drafts[len(self.drafts) + 1] = fields["file"]
            content = [{"itemid": len(self.drafts)}]
        else:
            self.calls.append(fields["wsfunction"])
            content = getattr(self, fields["wsfunction"])(fields)
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def core_webservice_get_site_info(self, _):
        functions = [{"name": name, "version": "1"} for name in self.functions]
        return {
            **{"sitename": "Probe", "release": "4.5.6", "functions": functions},
            **{"downloadfiles": 1, "uploadfiles": 1},
        }

    def mod_assign_get_assignments(self, _):
        configs = [
            {"plugin": name, "subtype": "assignfeedback", "name": "enabled", "value": "1"}
            for name in self.enabled
        ]
        one = {"id": ASSIGNMENT, "cmid": CMID, "name": "Blatt 9", "configs": configs}
        return {"courses": [{"id": 1, "assignments": [one | self.settings]}], "warnings": []}

    def core_group_get_activity_allowed_groups(self, _):
        return {"groups": [{"id": 5, "name": "Gruppe_A"}, {"id": 6, "name": "B"}], "warnings": []}

    def mod_assign_list_participants(self, fields):
        if self.separate_groups and fields["groupid"] != "5":
            return []
        blind = self.settings["blindmarking"] and not self.settings.get("revealidentities")
        found = []
        for user, (name, number) in PEOPLE.items():
            one = {"id": user, "fullname": name, "email": EMAILS.get(user, ""), "submitted": True}
            one["recordid"] = number if self.numbered else -1
            if blind:
                one |= {"fullname": f"Teilnehmer/in {number}", "email": ""}
            if self.settings["teamsubmission"] and self.settings["group"]:
                one |= {"groupid": 5, "groupname": "Gruppe_A"}
            found.append(one)
        self.numbered = bool(self.settings["blindmarking"]) and not self.never_numbered
        return found

    def mod_assign_get_submissions(self, _):
        base = self.elsewhere or self.address
        file = {
            **{"filename": "Übung 1.ipynb", "filepath": "/", "filesize": len(self.notebook)},
            **{"fileurl": f"{base}/webservice/pluginfile.php/18/Übung.ipynb", "timemodified": AT},
        }
        plugins = [
            {"type": "file", "fileareas": [{"area": "submission_files", "files": [file]}]},
            {"type": "comments", "name": "Submission comments"},
        ]
        if self.settings["teamsubmission"]:
            owners = [(0, self.settings["group"]), *((user, 0) for user in PEOPLE)]
        else:
            owners = [(11, 0), (12, 0)]
        rows = [
            {
                **{"userid": user, "groupid": group, "attemptnumber": attempt},
                **{"status": self.status, "timemodified": AT, "plugins": plugins},
            }
            for user, group in owners
            for attempt in (0, 1)
        ]
        rows.append({"userid": 13, "groupid": 0, "status": "new", "plugins": plugins})
        return {"assignments": [{"assignmentid": ASSIGNMENT, "submissions": rows}], "warnings": []}

    def mod_assign_get_grades(self, _):
        rows = [
            {"userid": user, "attemptnumber": 0, "grade": f"{grade:.5f}"}
            for user, grade in self.grades.items()
        ]
        return {"assignments": [{"assignmentid": ASSIGNMENT, "grades": rows}], "warnings": []}

    def mod_assign_get_submission_status(self, fields):
        there = self.comments.get(int(fields["userid"]), "")
        editor = {"name": "comments", "description": "x", "text": there, "format": 1}
        return {"feedback": {"plugins": [{"type": "comments", "editorfields": [editor]}]}}

    def mod_assign_save_grade(self, fields):
        comment = fields.get("plugindata[assignfeedbackcomments_editor][text]")
        if "comments" in self.enabled and comment is None:
            return refusal("dmlwriteexception", "Error writing to database")
        user, grade = int(fields["userid"]), float(fields["grade"])
        if grade <= self.settings["grade"]:
            self.grades[user] = grade
        if comment is not None:
            self.comments[user] = comment
        if draft := fields.get("plugindata[files_filemanager]"):
            self.files[user] = self.drafts[int(draft)]
        return None


def refusal(code, message):
    return {"exception": "moodle_exception", "errorcode": code, "message": message}


def plain(body):
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def form(body, kind):
    parsed = BytesParser().parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    fields = {}
    for part in parsed.get_payload():
        name = re.search(r'name="([^"]*)"', part["Content-Disposition"])[1]
        content = part.get_payload(decode=True)
        fields[name] = content if name == "file" else content.decode()
    return fields
