package org.escale.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.spi.directory.Cursor;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.Reading;

/** One LDAP directory, over a new connection for each reading. Safe for many threads. */
final class LdapLink implements DirectoryLink {
  private static final Set<ResultCode> NOT_LET =
      Set.of(
          ResultCode.INVALID_CREDENTIALS,
          ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
          ResultCode.INAPPROPRIATE_AUTHENTICATION,
          ResultCode.CONFIDENTIALITY_REQUIRED,
          ResultCode.STRONG_AUTH_REQUIRED);
  private static final Set<ResultCode> LIMITED =
      Set.of(ResultCode.SIZE_LIMIT_EXCEEDED, ResultCode.ADMIN_LIMIT_EXCEEDED);
  private static final Set<ResultCode> AWAY =
      Set.of(
          ResultCode.CONNECT_ERROR,
          ResultCode.SERVER_DOWN,
          ResultCode.TIMEOUT,
          ResultCode.TIME_LIMIT_EXCEEDED,
          ResultCode.BUSY,
          ResultCode.UNAVAILABLE,
          ResultCode.LOCAL_ERROR);

  private final Entrance entrance;
  private final Wanted wanted;
  private final Entries entries;
  private final Watch watch;

  LdapLink(Entrance entrance, Wanted wanted, Watch watch) {
    this.entrance = entrance;
    this.wanted = wanted;
    this.entries = new Entries(wanted.names());
    this.watch = watch;
  }

  @FunctionalInterface
  private interface Work<T> {
    T of(Visit visit) throws LDAPException, DirectoryException;
  }

  @Override
  public Reading all() throws DirectoryException {
    return visiting(
        visit -> {
          var all = visit.all(wanted, wanted.filter(), wanted.names().all());
          var position = new Position(entries.latest(all, ""), Position.sum(entries.ids(all)));
          return new Reading(List.of(), entries.people(all), Set.of(), true, position.cursor());
        });
  }

  @Override
  public Optional<Reading> changes(Cursor since) throws DirectoryException {
    var from = Position.of(since);
    return from.isEmpty()
        ? Optional.empty()
        : visiting(
            visit -> {
              var here = visit.all(wanted, wanted.filter(), wanted.names().id());
              return from.get().sum().equals(Position.sum(entries.ids(here)))
                  ? Optional.of(changed(visit, from.get()))
                  : Optional.empty();
            });
  }

  @Override
  public void close() {
    watch.close();
  }

  private Reading changed(Visit visit, Position from) throws LDAPException, DirectoryException {
    var filter = wanted.changedSince(from.latest());
    var changed = visit.all(wanted, filter, wanted.names().all());
    var position = new Position(entries.latest(changed, from.latest()), from.sum());
    return new Reading(List.of(), entries.people(changed), Set.of(), false, position.cursor());
  }

  private <T> T visiting(Work<T> work) throws DirectoryException {
    try (var visit = Visit.begin(entrance, watch)) {
      return work.of(visit);
    } catch (LDAPException e) {
      throw trouble(e.getResultCode());
    } catch (IOException unknown) {
      throw new DirectoryException(Trouble.UNAVAILABLE, "the host is not known");
    }
  }

  /** By its code alone: the server's own words may name somebody. */
  private static DirectoryException trouble(ResultCode code) {
    if (NOT_LET.contains(code)) {
      return new DirectoryException(Trouble.DENIED, "it does not let us in: " + code.getName());
    }
    if (LIMITED.contains(code)) {
      return new DirectoryException(
          Trouble.FLOODED, "it gives our account fewer entries than there are");
    }
    return AWAY.contains(code)
        ? new DirectoryException(
            Trouble.UNAVAILABLE, "it is not reached, or its certificate is not trusted")
        : new DirectoryException(Trouble.GARBLED, "it answers " + code.getName());
  }
}
