#pragma once

/// Defines `NAME` as `NAME_body` compiled for each level of instructions, chosen when called.
#if defined(__x86_64__)
#define DISPATCHED(NAME, PARAMETERS, ARGUMENTS)                                                         \
  __attribute__((target("arch=x86-64-v4"), min_vector_width(512))) static void NAME##_v4 PARAMETERS { \
    NAME##_body ARGUMENTS;                                                                              \
  }                                                                                                     \
  __attribute__((target("arch=x86-64-v3"))) static void NAME##_v3 PARAMETERS { NAME##_body ARGUMENTS; } \
  static void NAME##_v1 PARAMETERS { NAME##_body ARGUMENTS; }                                           \
  void NAME PARAMETERS {                                                                                \
    switch (mk_dispatch_level()) {                                                                      \
      case 2: NAME##_v4 ARGUMENTS; break;                                                               \
      case 1: NAME##_v3 ARGUMENTS; break;                                                               \
      default: NAME##_v1 ARGUMENTS;                                                                     \
    }                                                                                                   \
  }
#else
#define DISPATCHED(NAME, PARAMETERS, ARGUMENTS) \
  void NAME PARAMETERS { NAME##_body ARGUMENTS; }
#endif
