#include "run/batch_msg.h"
#include "base/i18n.h"

const struct msg BATCH_CANNOT_READ = { "cannot-read", LEVEL_ERROR,
	N_("the file cannot be read (%s); check its name and its permissions"), NULL};
const struct msg BATCH_CANNOT_WRITE = { "cannot-write", LEVEL_ERROR,
	N_("the file cannot be written (%s); free some room or choose another folder with -o"), NULL};
const struct msg BATCH_NO_FOLDER = { "no-folder", LEVEL_ERROR,
	N_("the folder cannot be made (%s); choose another one with -o"), NULL};
const struct msg BATCH_OTHER_FOLDER = { "other-batch", LEVEL_ERROR,
	N_("this folder holds the documents of another batch, not of the template %s; choose another folder with -o, or take this one over with --force"), NULL};
const struct msg BATCH_AT_WORK = { "batch-at-work", LEVEL_ERROR,
	N_("another batch is writing into this folder; wait for its end or choose another folder with -o"), NULL};
const struct msg BATCH_NOT_OURS = { "not-ours", LEVEL_ERROR,
	N_("this file was not made by a batch and would be overwritten; move it away, choose another folder with -o or other names with --name, or overwrite it with --force"), NULL};
const struct msg BATCH_NOT_OURS_MORE = { "not-ours", LEVEL_ERROR,
	N_("%zu more files in the folder were not made by a batch; choose another folder with -o, or overwrite them with --force"), NULL};
const struct msg BATCH_CHANGED = { "changed-output", LEVEL_WARNING,
	N_("this output was changed by hand after the batch wrote it; it is kept as %s, and a new one was written"), NULL};
const struct msg BATCH_CANNOT_KEEP = { "changed-output", LEVEL_ERROR,
	N_("this output was changed by hand after the batch wrote it and cannot be kept under another name (%s); move it away"), NULL};
const struct msg BATCH_SAME_NAME = { "same-name", LEVEL_ERROR,
	N_("“%s” and “%s” would be written to files of the same name, %s; tell them apart with --name, as --name “{mẫu}-{tt}-{khóa}”"), NULL};
const struct msg BATCH_SAME_NAME_MORE = { "same-name", LEVEL_ERROR,
	N_("%zu more documents have the name of another one; tell them apart with --name, as --name “{mẫu}-{tt}-{khóa}”"), NULL};
const struct msg BATCH_NO_NAME = { "no-name", LEVEL_ERROR,
	N_("the pattern of --name gives no name for “%s”; use {khóa}, which every document has"), NULL};
const struct msg BATCH_BAD_NAME = { "bad-name", LEVEL_ERROR,
	N_("“%s” in the pattern of --name has no value for “%s”; the names are: %s"), NULL};
const struct msg BATCH_NO_COLUMN = { "no-column", LEVEL_ERROR,
	N_("the register has no column “%s”; it has: %s"), NULL};
const struct msg BATCH_NO_KEY = { "no-key", LEVEL_ERROR,
	N_("%s: the column “%s” is empty, so this task is in no document; fill it in"), NULL};
const struct msg BATCH_UNKNOWN_AGENCY = { "unknown-agency", LEVEL_ERROR,
	N_("%s: “%s” is not among the agencies of the register, so its tasks (%zu) are in no document; correct the name or add the agency"), NULL};
const struct msg BATCH_UNKNOWN_AGENCY_NEAR = { "unknown-agency", LEVEL_ERROR,
	N_("%s: “%s” is not among the agencies of the register (did you mean “%s”?), so its tasks (%zu) are in no document; correct the name or add the agency"), NULL};
const struct msg BATCH_TWO_AGENCIES = { "two-agencies", LEVEL_ERROR,
	N_("%s: “%s” is the name of several agencies of the register, so its tasks (%zu) are in no document; write a name that one of them has alone"), NULL};
const struct msg BATCH_NO_TASKS = { "no-tasks", LEVEL_INFO,
	N_("agencies of the register without a task, and so without a document (%zu): %s"), NULL};
const struct msg BATCH_NO_DOCUMENTS = { "no-documents", LEVEL_ERROR,
	N_("the register has no task that a document could be made of; look at the findings above"), NULL};
const struct msg BATCH_WORKER_KILLED = { "worker-died", LEVEL_ERROR,
	N_("the worker process of this document was ended by signal %d (%s); look at its rows, then run again with --resume"), NULL};
const struct msg BATCH_WORKER_MEMORY = { "worker-memory", LEVEL_ERROR,
	N_("the document needs more memory than a worker may take (%d MB); part its tasks into several documents"), NULL};
const struct msg BATCH_WORKER_ENDED = { "worker-died", LEVEL_ERROR,
	N_("the worker process of this document ended with status %d; look at its rows, then run again with --resume"), NULL};
const struct msg BATCH_WORKER_SLOW = { "worker-slow", LEVEL_ERROR,
	N_("the document took longer than %d seconds; part its tasks into several documents, or give it more time with --timeout"), NULL};
const struct msg BATCH_NO_WORKER = { "no-worker", LEVEL_ERROR,
	N_("no worker process could be started (%s); run again with --resume and fewer --jobs"), NULL};
const struct msg BATCH_OLD_OUTPUT = { "old-output", LEVEL_WARNING,
	N_("this file is of an earlier run, for this time its document failed; do not send it"), NULL};
const struct msg BATCH_GONE = { "gone", LEVEL_WARNING,
	N_("“%s” has no document in this run, but this file of an earlier one is still there; delete it if it is not needed"), NULL};
const struct msg BATCH_OLD_MERGED = { "old-output", LEVEL_WARNING,
	N_("this joined file is of an earlier run; make it anew with --merge, or delete it"), NULL};
const struct msg BATCH_STOPPED = { "stopped", LEVEL_ERROR,
	N_("stopped before the end: %zu documents are missing; go on with --resume"), NULL};
const struct msg BATCH_JOIN = { "join", LEVEL_ERROR, "%s", NULL};
const struct msg BATCH_SPOOL = { "spool", LEVEL_ERROR,
	N_("the rows of the register cannot be kept in a temporary file (%s); free some room in %s, or name another folder in TMPDIR"), NULL};
const struct msg BATCH_SPOOL_LOST = { "spool", LEVEL_ERROR,
	N_("the rows of the register cannot be read back from the temporary file (%s); run again with --resume"), NULL};
const struct msg BATCH_TEMPLATE_TOO_BIG = { "too-big", LEVEL_ERROR,
	N_("the template is larger than %d MB; a template is text, pictures stand in files beside it"), NULL};
