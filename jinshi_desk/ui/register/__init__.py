"""The tab 报送登记."""
