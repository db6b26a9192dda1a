package org.escale.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Times authorisations, searches and bookings over HTTP against a reference load: {@code ADDRESS
 * TIMES}. Each answer is checked.
 */
public final class MeasureDoors {
  private static final int CLIENTS = 8;
  private static final int WARM_UP = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final int times;
  private final Random random = new Random(5);

  private MeasureDoors(URI address, int times) {
    this.address = address;
    this.times = times;
  }

  /** Prints one row for each kind of request. */
  public static void main(String[] words) throws Exception {
    var bench = new MeasureDoors(URI.create(words[0]), Integer.parseInt(words[1]));
    var pool = Executors.newFixedThreadPool(CLIENTS);
    System.out.printf(
        "%-14s %8s %8s %8s %8s %8s%n", "request", "count", "per s", "p50 ms", "p95 ms", "p99 ms");
    bench.row(pool, "authorisation", 5_000, bench::authorise);
    bench.row(pool, "availability", 2_000, bench::search);
    bench.row(pool, "booking", 3_000, bench::book);
    pool.shutdown();
  }

  private void row(ExecutorService pool, String name, int count, Callable<Boolean> request)
      throws Exception {
    run(pool, Math.min(WARM_UP, count), request);
    long start = System.nanoTime();
    long[] nanos = run(pool, count, request);
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    System.out.printf(
        "%-14s %8d %8.0f %8.1f %8.1f %8.1f%n",
        name, count, count / seconds, at(nanos, 0.50), at(nanos, 0.95), at(nanos, 0.99));
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) (sorted.length * share)] / 1e6;
  }

  private static long[] run(ExecutorService pool, int count, Callable<Boolean> request)
      throws Exception {
    var tasks =
        IntStream.range(0, count).mapToObj(n -> (Callable<Long>) () -> timed(request)).toList();
    var nanos = new long[count];
    int n = 0;
    for (Future<Long> done : pool.invokeAll(tasks)) {
      nanos[n++] = done.get();
    }
    return nanos;
  }

  private static long timed(Callable<Boolean> request) throws Exception {
    long start = System.nanoTime();
    if (!request.call()) {
      throw new IllegalStateException("a wrong answer");
    }
    return System.nanoTime() - start;
  }

  private boolean authorise() throws Exception {
    var body =
        "{\"memberId\":\"%s\",\"centreId\":\"c-%d\"}"
            .formatted(member(), random.nextInt(30 * times));
    var answer = send("authorisations", body);
    return answer.contains("\"decision\":\"ALLOWED\"");
  }

  private boolean search() throws Exception {
    var from =
        Instant.now()
            .truncatedTo(ChronoUnit.MINUTES)
            .plus(Duration.ofHours(1 + random.nextInt(200)));
    var query =
        "availability?lat=%s&lon=%s&kind=DESK&limit=5&memberId=%s&from=%s&to=%s"
            .formatted(
                49.6 + random.nextDouble() * 1.8,
                2.7 + random.nextDouble() * 3.5,
                member(),
                from,
                from.plus(Duration.ofHours(2)));
    var request = to(query).GET().build();
    var answer = JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    return answer.path("items").size() == 5;
  }

  /**
   * A random desk at a random minute of the next year: nearly always free, and an honest no where
   * it is not.
   */
  private boolean book() throws Exception {
    var from =
        Instant.now()
            .truncatedTo(ChronoUnit.MINUTES)
            .plus(Duration.ofMinutes(60 + random.nextInt(500_000)));
    var body =
        "{\"spaceId\":\"c-%d-d%d\",\"memberId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(
                random.nextInt(30 * times),
                random.nextInt(26),
                member(),
                from,
                from.plus(Duration.ofMinutes(30)));
    var answer = send("bookings", body);
    return answer.contains("\"state\":\"CONFIRMED\"")
        || answer.contains("\"code\":\"SPACE_TAKEN\"");
  }

  private String member() {
    return ReferenceWorld.member(random.nextInt(10_000));
  }

  private String send(String path, String body) throws Exception {
    var request =
        to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofString()).body();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve("/api/v1/" + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + ReferenceWorld.SECRET);
  }
}
