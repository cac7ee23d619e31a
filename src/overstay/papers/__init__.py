"""Readers behind `overstay.documents`: a module for each kind of paper, the limits, the process apart, the store."""
