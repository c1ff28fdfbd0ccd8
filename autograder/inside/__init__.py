"""What runs beside the student: the zygote, its walls, the shell and the call server.

Everything here is readable for a submission and lives in its address space. It knows nothing of
points, checks, paths or people, and it imports nothing else of ours but :mod:`autograder.wire`.
"""
