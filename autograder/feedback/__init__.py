"""A student's own notebook made harmless for a page: cells, outputs, pictures, formulas."""
