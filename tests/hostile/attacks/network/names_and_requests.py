# /// attack
# tries = "resolves names and fetches pages"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import socket
import urllib.request

for name in ("example.org", "localhost", "metadata.google.internal"):
    try:
        print(socket.getaddrinfo(name, 80))
    except OSError as error:
        print(error)
for address in ("http://example.org", "http://169.254.169.254/latest", "file:///etc/shadow"):
    try:
        print(urllib.request.urlopen(address, timeout=0.3).read(100))
    except OSError as error:
        print(error)
!pip install requests
!curl -s -m 1 http://127.0.0.1:@TCP_PORT@
