"""What students run themselves: does every answer have the form that the sheet asks for?

This room is shipped inside the student notebook, so it needs nothing but the standard library
(numpy and torch only where a sheet's inputs ask for arrays). It knows inputs, shapes and hints,
never an expected value: whether an answer is right it cannot say.
"""
