package org.escale.adapter;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.CompanyId;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A directory of another platform, whose companies and people come across: the row that the
 * platform opens through its adapter.
 *
 * @param kind the kind of adapter, for example {@code ldap}
 * @param settings the adapter's own settings; secrets encrypted
 * @param whose what comes from it
 * @param poll how often it is read, 5 s to 1 day
 * @param deadline how long one reading may take, 1 s to 10 min
 * @param share how many per cent of those who are here one reading may end, 0 to 100
 */
public record InstalledDirectory(
    DirectoryId id,
    String kind,
    Map<String, String> settings,
    Whose whose,
    Duration poll,
    Duration deadline,
    int share)
    implements Word {
  /**
   * To whom belongs what comes from a directory: the people of one company, or else companies with
   * their people, which are a centre's own clients, a network's contracts, or both.
   *
   * @param company whose people they are; then there is neither owner nor contract
   * @param owner the centre whose own clients they are
   * @param contract the network that invoices them
   */
  public record Whose(
      Optional<CompanyId> company, Optional<CentreId> owner, Optional<NetworkId> contract) {
    /** Whether it says one thing and not two. */
    public boolean sensible() {
      return company.isPresent() != (owner.isPresent() || contract.isPresent());
    }
  }

  /** Copies the settings. */
  public InstalledDirectory {
    settings = Map.copyOf(settings);
  }

  /** The same with other settings. */
  public InstalledDirectory with(Map<String, String> other) {
    return new InstalledDirectory(id, kind, other, whose, poll, deadline, share);
  }

  /** The operator's, who knows no clients: it names none. */
  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("kind", kind);
  }

  @Override
  public String toString() {
    return "InstalledDirectory[" + id + ", " + kind + "]";
  }
}
