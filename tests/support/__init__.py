"""What several trees of tests share."""
