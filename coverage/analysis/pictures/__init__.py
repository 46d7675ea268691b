"""What pictures show, in numbers and in words, apart from how they are drawn."""
