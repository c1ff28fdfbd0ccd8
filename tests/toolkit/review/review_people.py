"""What several tests of the review need to know about its tutors."""

PASSWORD = "nur-zum-testen-1"
