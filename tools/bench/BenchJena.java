// SPDX-License-Identifier: ISC
// The same as bench_queries.cpp with Apache Jena: TDB2 in a scratch folder.
// usage: java -cp JENA.jar BenchJena.java GRAPH RUNS FOLDER SCRATCH QUERY.rq...
// Times are of the asking thread alone: what the compiler and the collector of Java use beside it is not counted.
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import org.apache.jena.query.*;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.*;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;

public class BenchJena {
  static double threadMs() { return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6; }

  static double processMs() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
  }

  static byte[] answer(Dataset data, String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QueryExecution run = QueryExecutionFactory.create(text, data)) {
      run.getContext().set(TDB2.symUnionDefaultGraph, true);
      Query query = run.getQuery();
      if (query.isSelectType()) ResultSetFormatter.outputAsJSON(out, run.execSelect());
      else if (query.isAskType()) ResultSetFormatter.outputAsJSON(out, run.execAsk());
      else RDFDataMgr.write(out, run.execConstruct(), Lang.NTRIPLES);
    }
    return out.toByteArray();
  }

  public static void main(String[] args) throws Exception {
    double start = processMs();
    Dataset data = TDB2Factory.connectDataset(args[3]);
    data.executeWrite(() -> RDFDataMgr.read(data, args[0]));
    double load = processMs() - start;
    StringJoiner all = new StringJoiner(",", "{", "}");
    data.begin(ReadWrite.READ);
    for (int q = 4; q < args.length; ++q) {
      String text = Files.readString(Path.of(args[q])), name = Path.of(args[q]).getFileName().toString().replace(".rq", "");
      StringJoiner times = new StringJoiner(",", "[", "]");
      for (int i = 0; i < Integer.parseInt(args[1]); ++i) {
        double from = threadMs();
        byte[] found = answer(data, text);
        times.add(String.format(Locale.ROOT, "%.3f", threadMs() - from));
        if (i == 0) Files.write(Path.of(args[2], name), found);
      }
      all.add("\"" + name + "\":" + times);
    }
    data.end();
    String memory = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM")).findFirst().get();
    System.out.printf(Locale.ROOT, "{\"load\":%.0f,\"peak_mb\":%d,\"queries\":%s}%n", load,
        Long.parseLong(memory.replaceAll("\\D", "")) >> 10, all);
  }
}
