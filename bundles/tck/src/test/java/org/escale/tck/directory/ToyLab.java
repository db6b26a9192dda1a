package org.escale.tck.directory;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;

/** A directory in memory on a bench. */
final class ToyLab implements DirectoryLab {
  final Map<String, Worker> entries = new TreeMap<>();
  final Fault fault;
  volatile boolean held;
  private final DirectoryAdapter adapter = new ToyDirectory(this);

  ToyLab(Fault fault) {
    this.fault = fault;
  }

  @Override
  public DirectoryAdapter adapter() {
    return adapter;
  }

  @Override
  public DirectoryConfig config() {
    return new DirectoryConfig(Map.of("password", "sesame"), Duration.ofSeconds(2));
  }

  @Override
  public DirectoryConfig broken() {
    return new DirectoryConfig(Map.of("password", ""), Duration.ofSeconds(2));
  }

  @Override
  public void clear() {
    entries.clear();
  }

  @Override
  public void put(Worker worker) {
    entries.put(worker.key(), worker);
  }

  @Override
  public void remove(String key) {
    entries.remove(key);
  }

  @Override
  public String text() {
    return entries.toString();
  }

  @Override
  public void silent(boolean now) {
    held = now;
  }
}
