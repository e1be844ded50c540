# Writes mclust_red4.json: R -q -f mclust_red4.R, beside data/red_wine.csv.
suppressMessages(library(mclust))
x <- as.matrix(read.csv("data/red_wine.csv", check.names = FALSE))[, c(1, 4, 8, 11)]
x[, 3] <- 1000 * x[, 3] # density, in g/l
# Responsibilities of four balls of variance 4 around four rows.
rows <- c(1, 400, 800, 1200)
balls <- list(pro = c(.1, .2, .3, .4), mean = t(x[rows, ]),
  variance = list(modelName = "EII", d = 4, G = 4, sigmasq = 4))
z <- estep(modelName = "EII", data = x, parameters = balls)$z
num <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ","), "]")
models <- c("EII", "VII", "EEI", "VEI", "EVI", "VVI", "EEE", "VEE", "EVE", "VVE", "EEV", "VEV", "EVV", "VVV")
one <- function(m) {
  p <- mstep(modelName = m, data = x, z = z, control = emControl(tol = c(1e-15, 1e-15), itmax = c(1000, 10000)))$parameters
  sigma <- sapply(1:4, function(k) paste0("[", paste(apply(p$variance$sigma[, , k], 1, num), collapse = ","), "]"))
  l <- estep(modelName = m, data = x, parameters = p)$loglik
  sprintf('{"model":"%s","loglik":%.17g,"pro":%s,"sigma":[%s]}', m, l, num(p$pro), paste(sigma, collapse = ","))
}
grid <- expand.grid(G = c(1, 2, 4, 9), d = c(1, 2, 3, 5, 11))
count <- function(m) num(mapply(function(d, G) nMclustParams(m, d, G), grid$d, grid$G))
cat(sprintf('{"cases":[%s],\n"counts":{"d":%s,"G":%s,%s}}\n', paste(sapply(models, one), collapse = ",\n"),
  num(grid$d), num(grid$G), paste(sprintf('"%s":%s', models, sapply(models, count)), collapse = ",\n")),
  file = "mclust_red4.json")
