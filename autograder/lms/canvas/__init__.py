"""Canvas by its REST API, as its documentation describes it."""
