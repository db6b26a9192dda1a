package org.escale.directory.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.escale.libraries.wire.Border;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.Reading;

/** One connection, from sign-in to the deadline at the latest. For one thread. */
final class Visit implements AutoCloseable {
  private static final HostNameSSLSocketVerifier NAMES = new HostNameSSLSocketVerifier(false);
  private final LDAPConnection connection;
  private final Future<?> end;

  private Visit(LDAPConnection connection, Future<?> end) {
    this.connection = connection;
    this.end = end;
  }

  /** Connects with TLS and signs in. */
  static Visit begin(Entrance entrance, Watch watch)
      throws LDAPException, IOException, DirectoryException {
    var address = InetAddress.getByName(entrance.host());
    if (!entrance.localToo() && Border.isLocal(address)) {
      throw new DirectoryException(Trouble.DENIED, "a local address is not allowed");
    }
    var millis = (int) entrance.deadline().toMillis();
    var options = new LDAPConnectionOptions();
    options.setUseSynchronousMode(true);
    options.setResponseTimeoutMillis(millis);
    options.setFollowReferrals(false);
    options.setSSLSocketVerifier(NAMES);
    var connection = new LDAPConnection(new Sockets(entrance), options);
    var visit = new Visit(connection, watch.after(entrance.deadline(), connection::close));
    try {
      connection.connect(entrance.host(), address, entrance.port(), millis);
      visit.signIn(entrance);
      return visit;
    } catch (LDAPException e) {
      visit.close();
      throw e;
    }
  }

  private void signIn(Entrance entrance) throws LDAPException {
    if (!entrance.wrapped()) {
      startTls(entrance);
    }
    var account = entrance.account();
    connection.bind(new SimpleBindRequest(account.bindDn(), account.password()));
  }

  /**
   * The name in the certificate is compared before the password leaves, as where TLS comes first.
   */
  private void startTls(Entrance entrance) throws LDAPException {
    var begun = connection.processExtendedOperation(new StartTLSExtendedRequest(entrance.tls()));
    var session = connection.getSSLSession();
    if (!begun.getResultCode().equals(ResultCode.SUCCESS)
        || session == null
        || !NAMES.verify(entrance.host(), session)) {
      throw new LDAPException(ResultCode.CONNECT_ERROR);
    }
  }

  /** All that match, page by page. */
  List<SearchResultEntry> all(Wanted wanted, Filter filter, String... attributes)
      throws LDAPException, DirectoryException {
    var found = new ArrayList<SearchResultEntry>();
    ASN1OctetString cookie = null;
    do {
      var request = new SearchRequest(wanted.base(), SearchScope.SUB, filter, attributes);
      request.addControl(new SimplePagedResultsControl(wanted.page(), cookie, false));
      var result = connection.search(request);
      found.addAll(result.getSearchEntries());
      if (found.size() > Reading.MOST) {
        throw new DirectoryException(Trouble.FLOODED, "more than " + Reading.MOST + " entries");
      }
      var page = SimplePagedResultsControl.get(result);
      cookie = page == null ? null : page.getCookie();
    } while (cookie != null && cookie.getValueLength() > 0);
    return found;
  }

  @Override
  public void close() {
    end.cancel(false);
    connection.close();
  }
}
