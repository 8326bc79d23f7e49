"""Tests of what people are told about the content."""
