# A layer class with a backward method.
class Linear:
    def __init__(self, W):
        self.W = W

    def backward(self, grad_y):
        return self.W.T.dot(grad_y)


def aufgabe_2d(W, x, grad_y):
    return Linear(W).backward(grad_y)
