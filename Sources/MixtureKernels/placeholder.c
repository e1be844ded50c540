#include "MixtureKernels.h"
