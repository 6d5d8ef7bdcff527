// Lucene 8 as a peer of dateline-bench, in a process of its own. Started as
//
//   LucenePeer build PREPARED FOLDER THREADS   prints the seconds that it took
//   LucenePeer serve FOLDER                    answers queries until its input ends
//
// A query is a line "MATCH WANT stem stem ...", MATCH one of all, any, phrase and WANT one of best,
// newest, count. The answer is a line "NANOSECONDS HITS". What is prepared is described in
// benchmarks/peers/prepared_articles.h.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;

public class LucenePeer {
  // Terms are made already and parted by spaces: the cheapest analysis there can be.
  static final class Words extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String line;
    private int at;

    void set(String next) {
      line = next;
    }

    @Override
    public void reset() {
      at = 0;
    }

    @Override
    public boolean incrementToken() {
      if (at >= line.length()) return false;
      clearAttributes();
      int end = line.indexOf(' ', at);
      if (end < 0) end = line.length();
      term.append(line, at, end);
      at = end + 1;
      return true;
    }
  }

  static final class NoAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      throw new UnsupportedOperationException("words come ready");
    }
  }

  static final FieldType POSITIONS = new FieldType();

  static {
    POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    POSITIONS.setTokenized(true);
    POSITIONS.freeze();
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("build")) {
      build(Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]));
    } else {
      serve(Path.of(arguments[1]));
    }
  }

  static void build(Path prepared, Path folder, int threads) throws Exception {
    long started = System.nanoTime();
    IndexWriterConfig config = new IndexWriterConfig(new NoAnalyzer());
    config.setRAMBufferSizeMB(256);
    config.setUseCompoundFile(false);
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config);
        BufferedReader in = Files.newBufferedReader(prepared, StandardCharsets.UTF_8)) {
      List<Thread> workers = new ArrayList<>();
      Throwable[] failure = new Throwable[1];
      for (int i = 0; i < threads; ++i) {
        Thread worker = new Thread(() -> {
          try {
            add(in, writer);
          } catch (Throwable error) {
            failure[0] = error;
          }
        });
        worker.start();
        workers.add(worker);
      }
      for (Thread worker : workers) worker.join();
      if (failure[0] != null) throw new IOException(failure[0]);
      writer.forceMerge(1);
      writer.commit();
    }
    System.out.println((System.nanoTime() - started) / 1e9);
  }

  static void add(BufferedReader in, IndexWriter writer) throws IOException {
    Words words = new Words();
    String[] lines = new String[4];
    while (read(in, lines)) {
      words.set(lines[3]);
      Document document = new Document();
      long minutes = Long.parseLong(lines[0]);
      document.add(new NumericDocValuesField("minutes", minutes));
      document.add(new LongPoint("minutes", minutes));
      document.add(new StoredField("text", lines[1]));
      document.add(new Field("stems", words, POSITIONS));
      writer.addDocument(document);
    }
  }

  static boolean read(BufferedReader in, String[] lines) throws IOException {
    synchronized (in) {
      for (int i = 0; i < lines.length; ++i) lines[i] = in.readLine();
      return lines[lines.length - 1] != null;
    }
  }

  static void serve(Path folder) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (DirectoryReader reader = DirectoryReader.open(new MMapDirectory(folder))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);  // no engine keeps answers
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(" ");
        long started = System.nanoTime();
        long hits = ask(searcher, words);
        System.out.println((System.nanoTime() - started) + " " + hits);
        System.out.flush();
      }
    }
  }

  static long ask(IndexSearcher searcher, String[] words) throws IOException {
    Query query = query(words);
    if (words[1].equals("count")) return searcher.count(query);
    if (words[1].equals("best")) return searcher.search(query, 10).scoreDocs.length;
    SortField newest = new SortField("minutes", SortField.Type.LONG, true);
    newest.setCanUsePoints();
    return searcher.search(query, 10, new Sort(newest)).scoreDocs.length;
  }

  static Query query(String[] words) {
    if (words[0].equals("phrase")) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      for (int i = 2; i < words.length; ++i) phrase.add(new Term("stems", words[i]));
      return phrase.build();
    }
    BooleanClause.Occur occur =
        words[0].equals("all") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 2; i < words.length; ++i) {
      all.add(new TermQuery(new Term("stems", words[i])), occur);
    }
    return all.build();
  }
}
