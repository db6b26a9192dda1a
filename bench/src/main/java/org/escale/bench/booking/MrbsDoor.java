package org.escale.bench.booking;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The peer: the form of the Meeting Room Booking System, a session for each client. Taken is 302,
 * refused is a page that says "Scheduling Conflict".
 */
final class MrbsDoor implements Contestant {
  private static final Pattern TOKEN = Pattern.compile("csrf_token\" content=\"([^\"]+)");
  private static final String CONFLICT = "Scheduling Conflict";
  private static final LocalDate FIRST = LocalDate.parse("2027-03-01");

  private record Session(HttpClient http, String token) {}

  private final URI address;
  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final List<Session> sessions = new ArrayList<>();

  MrbsDoor(URI address, String database) {
    this.address = address;
    this.database.setUrl(database);
  }

  @Override
  public String name() {
    return "MRBS on PostgreSQL";
  }

  @Override
  public void begin(int clients) throws Exception {
    for (int i = sessions.size(); i < clients; i++) {
      var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
      var page = HttpRequest.newBuilder(address.resolve("/index.php")).build();
      var token = TOKEN.matcher(http.send(page, BodyHandlers.ofString()).body());
      if (!token.find()) {
        throw new IllegalStateException("no token on its first page");
      }
      sessions.add(new Session(http, token.group(1)));
    }
  }

  @Override
  public boolean book(int client, int space, int hour) throws Exception {
    var session = sessions.get(client);
    var day = FIRST.plusDays(hour / 48);
    int second = hour % 48 * 1800;
    var form =
        ("csrf_token=%s&name=x&create_by=127.0.0.1&description=&start_date=%s&end_date=%s"
                + "&start_seconds=%d&end_seconds=%d&rooms%%5B%%5D=%d&type=I&ical_uid=%s"
                + "&ical_sequence=0&rep_type=0&returl=")
            .formatted(
                session.token(), day, day, second, second + 1800, space + 1, UUID.randomUUID());
    var request =
        HttpRequest.newBuilder(address.resolve("/edit_entry_handler.php"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(60))
            .POST(BodyPublishers.ofString(form))
            .build();
    return taken(session.http().send(request, BodyHandlers.ofString()));
  }

  private static boolean taken(HttpResponse<String> answer) {
    if (answer.statusCode() == 302) {
      return true;
    }
    if (answer.statusCode() == 200 && answer.body().contains(CONFLICT)) {
      return false;
    }
    throw new IllegalStateException("a wrong answer: " + answer.statusCode());
  }

  @Override
  public long count() throws SQLException {
    return number("select count(*) from mrbs_entry");
  }

  @Override
  public long doubled() throws SQLException {
    return number(
        "select count(*) from mrbs_entry a join mrbs_entry b on a.room_id = b.room_id"
            + " and a.id < b.id and a.start_time < b.end_time and b.start_time < a.end_time");
  }

  private long number(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public Duration serverTime() {
    return Duration.ZERO;
  }

  @Override
  public void close() {
    sessions.clear();
  }
}
