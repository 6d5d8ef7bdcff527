#include "searcher/search.h"
