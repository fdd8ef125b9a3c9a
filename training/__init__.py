"""Scripts that fit the weights shipped with Cortège; see each script and `make train`."""
