#include "indexer/sources/article_source.h"
