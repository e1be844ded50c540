#define MK_LOOPS mk_baseline
#define MK_WIDTH 2
#include "loops/all.h"
#include "loops/scalar.h"
