"""What tests of several rooms use: small reports to rewrite, the command line, Word files to edit."""
