#include "common/publication_time.h"
