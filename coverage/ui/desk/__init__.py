"""The desk: rounds, invitations, the telephone, judging, the log and publishing, by the functions the commands use."""
