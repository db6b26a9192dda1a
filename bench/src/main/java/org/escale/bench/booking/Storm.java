package org.escale.bench.booking;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** So many clients book one-hour slots, every tenth one that is taken already. */
final class Storm {

  /** What a round came to. */
  record Result(long taken, long refused, double perSecond, double p99Millis, double cpuMicros) {}

  private final int clients;
  private final int spaces;
  private final Duration length;
  private final AtomicInteger next = new AtomicInteger();

  Storm(int clients, int spaces, Duration length) {
    this.clients = clients;
    this.spaces = spaces;
    this.length = length;
  }

  /** One round; throws where more or less is in the database than was acknowledged. */
  Result round(Contestant contestant) throws Exception {
    contestant.begin(clients);
    long before = contestant.count();
    var cpu = cpu().plus(contestant.serverTime());
    long start = System.nanoTime();
    var each = run(contestant, start + length.toNanos());
    double seconds = (System.nanoTime() - start) / 1e9;
    cpu = cpu().plus(contestant.serverTime()).minus(cpu);
    long taken = each.stream().mapToLong(client -> client.taken).sum();
    long refused = each.stream().mapToLong(client -> client.refused).sum();
    if (contestant.count() - before != taken) {
      throw new IllegalStateException(
          contestant.name() + ": " + taken + " taken, " + (contestant.count() - before) + " there");
    }
    long[] times =
        each.stream().flatMapToLong(client -> Arrays.stream(client.times())).sorted().toArray();
    return new Result(
        taken,
        refused,
        (taken + refused) / seconds,
        times[(int) (times.length * 0.99)] / 1e6,
        cpu.toNanos() / 1e3 / (taken + refused));
  }

  private List<Client> run(Contestant contestant, long end) throws Exception {
    var pool = Executors.newFixedThreadPool(clients);
    try {
      var all = new ArrayList<Callable<Client>>();
      for (int i = 0; i < clients; i++) {
        var client = new Client(contestant, i);
        all.add(
            () -> {
              while (System.nanoTime() < end) {
                client.book();
              }
              return client;
            });
      }
      var done = new ArrayList<Client>();
      for (var future : pool.invokeAll(all)) {
        done.add(future.get());
      }
      return done;
    } finally {
      pool.shutdown();
    }
  }

  private static Duration cpu() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Duration.ofNanos(system.getProcessCpuTime());
  }

  /** One client and what it saw. */
  private final class Client {
    private final Contestant contestant;
    private final int number;
    private final List<Long> times = new ArrayList<>();
    private long taken;
    private long refused;

    Client(Contestant contestant, int number) {
      this.contestant = contestant;
      this.number = number;
    }

    void book() throws Exception {
      boolean again = ThreadLocalRandom.current().nextInt(10) == 0;
      int n = again ? ThreadLocalRandom.current().nextInt(next.get() + 1) : next.incrementAndGet();
      long start = System.nanoTime();
      if (contestant.book(number, n % spaces, n / spaces)) {
        taken++;
      } else {
        refused++;
      }
      times.add(System.nanoTime() - start);
    }

    long[] times() {
      return times.stream().mapToLong(Long::longValue).toArray();
    }
  }
}
