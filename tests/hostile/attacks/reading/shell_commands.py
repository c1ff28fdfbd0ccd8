# /// attack
# tries = "asks the shell, git and find instead of Python"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
!cat /etc/shadow @OUT@/seed @HOME@/.geheim
!find / -maxdepth 3 -name "*blatt09*" 2>/dev/null
!git -C @REPOSITORY@ log --oneline -3
!ls -laR @COURSE@
%cd @COURSE@/tests
%pwd
%run @COURSE@/tests/blatt09/test_blatt09_exercise1.py
%load_ext @COURSE@/tests/blatt09/test_blatt09_exercise1
