package org.escale.centre.soap;

import java.io.IOException;
import java.util.List;
import org.escale.adapter.CentreEvent;
import org.escale.tck.centre.EventStaff;

/** The staff that notes what happens, by the system's own program. */
final class PhpDiary implements EventStaff {
  private final PhpStaff staff;

  PhpDiary(PhpStaff staff) {
    this.staff = staff;
  }

  @Override
  public void enters(CentreEvent event, String remark) throws IOException {
    var quantity = event.quantity().signum() == 0 ? "" : event.quantity().toPlainString();
    var at = event.at().toString();
    var kind = event.kind().name();
    staff.run("note", event.key(), event.booking(), kind, at, event.what(), quantity, remark);
  }

  @Override
  public void scribbles(String key) throws IOException {
    staff.run("note", key, "b-1@tck.escale", "ARRIVED", "about ten", "", "", "");
  }

  @Override
  public void putsRight(CentreEvent event) throws IOException {
    enters(event, "");
  }

  @Override
  public List<String> reads() throws IOException {
    return staff.run("told").lines().toList();
  }

  /** What the federation could not understand, and why, as staff reads it. */
  List<String> odd() throws IOException {
    return staff.run("odd").lines().toList();
  }
}
