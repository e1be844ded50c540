#pragma once
#include "clusters.h"
#include "evaluate.h"
#include "pass.h"

const mk_loops MK_LOOPS = {
  .pass = run_pass,
  .evaluate = run_evaluate,
  .classify = run_classify,
  .assign = run_assign,
  .potential = run_potential,
  .lower_potential = run_lower_potential,
  .exp_array = run_exp_array,
  .log_array = run_log_array,
};
