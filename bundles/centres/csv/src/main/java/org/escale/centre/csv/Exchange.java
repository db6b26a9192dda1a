package org.escale.centre.csv;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.centre.csv.OwnFile.Own;
import org.escale.libraries.link.Troubles;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.ForeignPlace;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;

/**
 * The two files of a space, read together: what the centre wrote into {@code in}, and our bookings
 * in {@code out}. Where the centre's file names a booking of ours, it is right about it.
 */
final class Exchange {
  private static final String END = ".csv";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final SheetReader theirs;
  private final OwnFile own;
  private final Clock clock;

  Exchange(SheetReader theirs, OwnFile own, Clock clock) {
    this.theirs = theirs;
    this.own = own;
    this.clock = clock;
  }

  /** What both files say of a space. */
  record Both(Sheet theirs, Map<String, Own> own) {

    /** All that takes a time now, by key. */
    Map<String, Row> standing() {
      var all = new LinkedHashMap<String, Row>();
      own.forEach((key, booking) -> all.put(key, booking.row()));
      for (var row : theirs.rows()) {
        if (row.status().takes()) {
          all.merge(row.key(), row, (mine, said) -> said.as(mine.status()));
        } else {
          all.remove(row.key());
        }
      }
      return all;
    }

    /** Whether the centre called that booking off. */
    boolean calledOff(Key key) {
      return theirs.rows().stream()
          .anyMatch(row -> row.key().equals(key.uid()) && !row.status().takes());
    }

    Optional<Row> standing(Key key) {
      return Optional.ofNullable(standing().get(key.uid()));
    }
  }

  /**
   * Both files, for a feed.
   *
   * @throws CentreException if the centre's file is not there: that is no empty calendar
   */
  Both read(Shelf shelf, SpaceRef space) throws IOException, CentreException {
    var file = shelf.read(theirName(space));
    if (file.isEmpty()) {
      throw new CentreException(Trouble.UNAVAILABLE, "the space has no file in the folder in");
    }
    return new Both(theirs.read(file.get()), own(shelf, space));
  }

  /** Both files, for a desk: a centre that only takes bookings has no file of its own. */
  Both readIfThere(Shelf shelf, SpaceRef space) throws IOException, CentreException {
    var file = shelf.read(theirName(space));
    var sheet = file.isPresent() ? theirs.read(file.get()) : Sheet.EMPTY;
    return new Both(sheet, own(shelf, space));
  }

  /** Puts that booking there in place of what stands under its key. */
  void put(Shelf shelf, SpaceRef space, Own booking) throws IOException, CentreException {
    var all = own(shelf, space);
    all.put(booking.row().key(), booking);
    write(shelf, space, all);
  }

  /** Takes that booking away; nothing if it is not there. */
  void take(Shelf shelf, SpaceRef space, Key key) throws IOException, CentreException {
    var all = own(shelf, space);
    if (all.remove(key.uid()) != null) {
      write(shelf, space, all);
    }
  }

  private void write(Shelf shelf, SpaceRef space, Map<String, Own> all)
      throws IOException, CentreException {
    shelf.write(ownName(space), own.write(all, clock.instant()));
  }

  private Map<String, Own> own(Shelf shelf, SpaceRef space) throws IOException, CentreException {
    var file = shelf.read(ownName(space));
    return file.isPresent() ? own.read(file.get()) : new LinkedHashMap<>();
  }

  /** The spaces that have a file of that name. */
  static List<ForeignPlace> spaces(List<String> files) {
    return files.stream()
        .filter(name -> name.endsWith(END))
        .map(name -> name.substring(0, name.length() - END.length()))
        .filter(name -> NAME.matcher(name).matches())
        .sorted()
        .map(name -> new ForeignPlace(new SpaceRef(name), name))
        .toList();
  }

  /** Where the rows of a space that were put aside are told. */
  static String rejectsName(SpaceRef space) throws CentreException {
    return Shelf.OUT + checked(space) + ".rejects.csv";
  }

  private static String theirName(SpaceRef space) throws CentreException {
    return Shelf.IN + checked(space) + END;
  }

  private static String ownName(SpaceRef space) throws CentreException {
    return Shelf.OUT + checked(space) + ".bookings.csv";
  }

  private static String checked(SpaceRef space) throws CentreException {
    if (!NAME.matcher(space.value()).matches()) {
      throw Troubles.setting(
          "a space is 1 to 64 letters, digits, dots, hyphens and underscores, without .csv");
    }
    return space.value();
  }
}
