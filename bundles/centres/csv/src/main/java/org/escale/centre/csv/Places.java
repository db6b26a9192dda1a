package org.escale.centre.csv;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.escale.libraries.link.Entrance;
import org.escale.libraries.link.Troubles;
import org.escale.spi.centre.CentreException;

/** Finds out what kind of place the files are in. */
final class Places {
  private Places() {}

  /**
   * The shelf of those settings; asks nothing of the outside.
   *
   * @throws CentreException that names the setting which cannot work
   */
  static Shelf shelf(Map<String, String> settings, Duration deadline) throws CentreException {
    var localToo = Entrance.oneOf(settings, CsvAdapter.LOCAL_TOO, Set.of("true", "false"));
    try {
      var place = new URI(settings.get(CsvAdapter.PLACE));
      var scheme = String.valueOf(place.getScheme());
      if (scheme.equals("file") && place.getAuthority() == null) {
        return new LocalShelf(Path.of(place));
      }
      if (scheme.equals("sftp") && isWhole(place)) {
        var entrance = SftpEntrance.of(place, settings, localToo.equals("true"));
        return new SftpShelf(entrance, deadline);
      }
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException odd) {
      // refused below, without repeating it
    }
    throw Troubles.setting(
        CsvAdapter.PLACE + " is not file:///folder or sftp://user@host:22/folder");
  }

  private static boolean isWhole(URI place) {
    var user = String.valueOf(place.getUserInfo());
    return place.getHost() != null
        && place.getUserInfo() != null
        && !user.contains(":")
        && !place.getPath().isEmpty()
        && place.getQuery() == null
        && place.getFragment() == null;
  }
}
