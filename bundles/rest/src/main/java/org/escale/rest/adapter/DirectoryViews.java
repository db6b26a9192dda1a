package org.escale.rest.adapter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.escale.adapter.InstalledDirectory;
import org.escale.service.Directories.Counts;
import org.escale.service.Directories.Report;
import org.escale.service.Directories.Standing;

/** What is shown of other platforms' directories; never a setting's value, never a name. */
final class DirectoryViews {
  private DirectoryViews() {}

  /**
   * A directory and how it stands.
   *
   * @param settings the names of its settings
   * @param share how many per cent of those who are here one reading may end
   * @param asOf when it was read last since the start
   * @param last what came of the last reading that changed something
   */
  public record DirectoryView(
      String id,
      String kind,
      List<String> settings,
      Optional<String> companyId,
      Optional<String> ownerCentreId,
      Optional<String> contractNetworkId,
      String poll,
      String deadline,
      int share,
      boolean up,
      String text,
      Optional<Instant> asOf,
      Optional<ReportView> last) {
    static DirectoryView of(InstalledDirectory row, Optional<Standing> standing) {
      return new DirectoryView(
          row.id().value(),
          row.kind(),
          row.settings().keySet().stream().sorted().toList(),
          row.whose().company().map(Object::toString),
          row.whose().owner().map(Object::toString),
          row.whose().contract().map(Object::toString),
          row.poll().toString(),
          row.deadline().toString(),
          row.share(),
          standing.map(Standing::up).orElse(false),
          standing.map(Standing::text).orElse(""),
          standing.flatMap(Standing::asOf),
          standing.flatMap(Standing::last).map(ReportView::of));
    }
  }

  /**
   * What came, or would come, of a reading.
   *
   * @param whole whether all were read, not only what changed
   * @param reasons how many were not touched for what reason
   */
  public record ReportView(
      boolean whole, InStepView companies, InStepView people, Map<String, Integer> reasons) {
    static ReportView of(Report report) {
      return new ReportView(
          report.whole(),
          InStepView.of(report.companies()),
          InStepView.of(report.people()),
          new TreeMap<>(report.reasons()));
    }
  }

  /** How many. */
  public record InStepView(int created, int changed, int ended, int same, int left) {
    static InStepView of(Counts counts) {
      return new InStepView(
          counts.created(), counts.changed(), counts.ended(), counts.same(), counts.left());
    }
  }
}
