// EM iterations of Armadillo's gmm_full and gmm_diag from given parameters, served as worker.py does: the time of six
// iterations less that of three, over three. Usage: peer_armadillo full|diagonal DATA START COLUMNS

#include <armadillo>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

// A file's rows as columns, which is how Armadillo takes observations.
static arma::mat observations(const char *path, arma::uword columns) {
  arma::mat numbers;
  if (!numbers.load(std::string(path), arma::raw_binary)) std::exit(1);
  numbers.reshape(columns, numbers.n_elem / columns);
  return numbers;
}

static void begin(arma::gmm_full &model, const arma::mat &means) {
  arma::cube covariances(means.n_rows, means.n_rows, means.n_cols);
  covariances.each_slice() = arma::eye(means.n_rows, means.n_rows);
  model.set_params(means, covariances, arma::rowvec(means.n_cols).fill(1.0 / means.n_cols));
}

static void begin(arma::gmm_diag &model, const arma::mat &means) {
  model.set_params(means, arma::ones(means.n_rows, means.n_cols), arma::rowvec(means.n_cols).fill(1.0 / means.n_cols));
}

template <typename Model>
static double seconds(Model &model, const arma::mat &data, const arma::mat &means, arma::uword iterations) {
  begin(model, means);
  const auto start = std::chrono::steady_clock::now();
  if (!model.learn(data, means.n_cols, arma::eucl_dist, arma::keep_existing, 0, iterations, 1e-10, false)) std::exit(1);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

template <typename Model>
static void serve(const arma::mat &data, const arma::mat &means) {
  Model model;
  seconds(model, data, means, 4);
  const double check = model.avg_log_p(data);
  std::cout << "ready" << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    const double few = seconds(model, data, means, 3);
    const double many = seconds(model, data, means, 6);
    std::printf("{\"seconds\": %.17g, \"check\": %.17g}\n", (many - few) / 3, check);
    std::fflush(stdout);
  }
}

int main(int count, char **words) {
  if (count != 5) return 2;
  const arma::uword columns = std::strtoul(words[4], nullptr, 10);
  const arma::mat data = observations(words[2], columns), means = observations(words[3], columns);
  if (std::string(words[1]) == "full")
    serve<arma::gmm_full>(data, means);
  else
    serve<arma::gmm_diag>(data, means);
}
