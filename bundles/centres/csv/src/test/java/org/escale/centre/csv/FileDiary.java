package org.escale.centre.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escale.adapter.CentreEvent;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.EventStaff;

/** A centre's program that exports what happened by writing a file and renaming it. */
final class FileDiary implements EventStaff {
  private final FileStaff staff;
  private final Map<String, String> rows = new LinkedHashMap<>();

  FileDiary(FileStaff staff) {
    this.staff = staff;
  }

  @Override
  public void enters(CentreEvent event, String remark) throws IOException {
    save(event.key(), remark, event);
  }

  @Override
  public void scribbles(String key) throws IOException {
    rows.put(key, key + ";;b-1@tck.escale;ARRIVED;about ten;;");
    save();
  }

  @Override
  public void putsRight(CentreEvent event) throws IOException {
    save(event.key(), "", event);
  }

  @Override
  public List<String> reads() throws IOException {
    return Files.readAllLines(ours()).stream().skip(1).map(row -> row.split(",", -1)[0]).toList();
  }

  Path ours() {
    return staff.folder().resolve("out/_events.csv");
  }

  Path rejects() {
    return staff.folder().resolve("out/_events.rejects.csv");
  }

  private void save(String key, String remark, CentreEvent event) throws IOException {
    var quantity = event.quantity().signum() == 0 ? "" : event.quantity().toPlainString();
    rows.put(
        key,
        String.join(
            ";",
            key,
            "\"" + remark + "\"",
            event.booking(),
            event.kind().name(),
            event.at().toString(),
            event.what(),
            quantity));
    save();
  }

  private void save() throws IOException {
    var text = new StringBuilder("\uFEFFKey;Remark;Booking;Kind;At;What;Quantity\r\n");
    rows.values().forEach(row -> text.append(row).append("\r\n"));
    put(text.toString());
  }

  /** A file as some other program writes it. */
  void put(String text) throws IOException {
    staff.put(new SpaceRef("_events"), text.getBytes(StandardCharsets.UTF_8));
  }
}
