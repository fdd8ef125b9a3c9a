"""What a run of capitalised words is the name of."""
