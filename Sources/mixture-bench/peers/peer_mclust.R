# mclust's own selection, served as worker.py does. Usage: Rscript peer_mclust.R FILE COLUMNS ROWS
suppressPackageStartupMessages(library(mclust))
arguments <- commandArgs(trailingOnly = TRUE)
table <- read.csv(arguments[1], check.names = FALSE)
data <- table[seq_len(min(nrow(table), as.integer(arguments[3]))), seq_len(as.integer(arguments[2]))]

one_round <- function() {
  start <- proc.time()[["elapsed"]]
  model <- Mclust(data, verbose = FALSE)
  c(proc.time()[["elapsed"]] - start, -model$bic)
}

# A long selection needs no warming up.
if (nrow(data) < 1000) invisible(one_round())
cat("ready\n")
input <- file("stdin", "r")
while (length(readLines(input, 1)) > 0) {
  found <- one_round()
  cat(sprintf("{\"seconds\": %.17g, \"check\": %.17g}\n", found[1], found[2]))
  flush(stdout())
}
