"""The file in which the labels that were read are kept, and the form in which they stand there."""
