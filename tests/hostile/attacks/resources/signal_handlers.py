# /// attack
# tries = "handles every signal by going on, and alarms itself all the time"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["raised", "crashed"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import signal

for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP, signal.SIGALRM}:
    signal.signal(number, lambda *_: None)


def late(*_):
    raise SystemError("alarm")


signal.signal(signal.SIGALRM, late)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    while True:
        pass
