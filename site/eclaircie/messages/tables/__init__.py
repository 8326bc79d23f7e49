"""The sentences themselves: tables of data, one a subject, French first and then English."""
