package org.escale.bench.radius;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escale.bench.radius.Radius.Figures;

/** Our gateway among more and more members, in turn: {@code [ROUNDS] [SECONDS]}. */
public final class Growth {
  private static final int[] SIZES = {10_000, 100_000, 1_000_000};

  private Growth() {}

  /** Prints a row for each size. */
  public static void main(String[] words) throws Exception {
    int rounds = words.length > 0 ? Integer.parseInt(words[0]) : 3;
    double seconds = words.length > 1 ? Double.parseDouble(words[1]) : 3;
    var all = new TreeMap<Integer, Escale>();
    try {
      for (int size : SIZES) {
        all.put(size, new Escale(new Members(size)));
      }
      for (var one : all.entrySet()) {
        bench(one.getKey(), seconds).warm(one.getValue());
      }
      var figures = new TreeMap<Integer, List<Figures>>();
      for (int round = 0; round < rounds; round++) {
        for (var one : all.entrySet()) {
          var shown = bench(one.getKey(), seconds).round(one.getValue());
          System.err.println(one.getKey() + " members: " + shown);
          figures.computeIfAbsent(one.getKey(), none -> new ArrayList<>()).add(shown);
        }
      }
      print(figures);
    } finally {
      for (var one : all.values()) {
        one.close();
      }
    }
  }

  private static Radius bench(int members, double seconds) {
    return new Radius(new Members(members), seconds);
  }

  private static void print(Map<Integer, List<Figures>> figures) {
    double least = Radius.median(figures.get(SIZES[0])).cpuMicros();
    figures.forEach(
        (members, shown) -> {
          var one = Radius.median(shown);
          System.out.printf(
              "%,9d members %s  %.2f x the CPU%n", members, one, one.cpuMicros() / least);
        });
  }
}
