package org.escale.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.DirectoryId;
import org.escale.adapter.InstalledDirectory;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The directories of other platforms, from which companies and people come across. Rows are read by
 * Lookup; nothing here names anybody.
 */
@ProviderType
public interface Directories {
  /** How a directory is read. */
  enum Manner {
    /** Nothing is changed: it is only said what would be. */
    DRY_RUN,
    /** Refused where it would end more than the directory's share. */
    GUARDED,
    /** Also where it ends them all: somebody looked. */
    TRUSTED
  }

  /**
   * What becomes of companies or of people.
   *
   * @param created new here
   * @param changed other facts, or back again
   * @param ended suspended: they left there
   * @param same as they were
   * @param left not touched; the reasons say why
   */
  record Counts(int created, int changed, int ended, int same, int left) {}

  /**
   * What came, or would come, of a reading.
   *
   * @param whole whether all were read, not only what changed
   * @param reasons how many were not touched for what reason
   */
  record Report(boolean whole, Counts companies, Counts people, Map<String, Integer> reasons) {
    /** Copies the reasons. */
    public Report {
      reasons = Map.copyOf(reasons);
    }
  }

  /**
   * How one stands.
   *
   * @param up whether it was read when it was asked last
   * @param text a sentence for its operator
   * @param asOf when it was read last since the start
   * @param last what came of the last reading that changed something
   */
  record Standing(
      DirectoryId id, boolean up, String text, Optional<Instant> asOf, Optional<Report> last) {}

  /** The kinds of directories that can be read now, by name. {@code NOT_ALLOWED}. */
  Outcome<List<Onboarding.Kind>> kinds(Caller caller);

  /**
   * Installs a directory at revision 0, else replaces that revision. A secret that is left as shown
   * stays as it was. Refusals: {@code NOT_ALLOWED, INVALID_FIELD} naming the setting, {@code
   * ALREADY_EXISTS, CHANGED_MEANWHILE}.
   */
  Outcome<Kept<InstalledDirectory>> install(
      Caller caller, InstalledDirectory directory, long revision);

  /** Takes it away; who came from it stays as it is. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<DirectoryId> remove(Caller caller, DirectoryId id);

  /** How those that the caller sees stand. */
  Outcome<List<Standing>> standings(Caller caller);

  /**
   * Reads all of it now and brings what is here into step, one batch after the other: called off,
   * the batches that were done stay. {@code NOT_ALLOWED, NOT_FOUND, WRONG_STATE} while it is being
   * read or where too many would end, {@code TEMPORARILY_UNAVAILABLE}.
   */
  Outcome<Report> run(Caller caller, DirectoryId id, Manner manner, Progress progress);
}
