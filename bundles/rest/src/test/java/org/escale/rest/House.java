package org.escale.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.client.Member;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.rest.booking.AvailabilityResource;
import org.escale.rest.booking.BookingTimes;
import org.escale.rest.booking.BookingsResource;
import org.escale.rest.call.Authentication;
import org.escale.rest.call.BodyRequired;
import org.escale.rest.call.CallContext;
import org.escale.rest.call.Gate;
import org.escale.rest.call.RateLimits;
import org.escale.rest.call.SafeHeaders;
import org.escale.rest.client.People;
import org.escale.rest.directory.CentresResource;
import org.escale.rest.directory.DirectoryResource;
import org.escale.rest.entry.LoginResource;
import org.escale.rest.entry.TokensResource;
import org.escale.rest.presence.AuthorisationsResource;
import org.escale.rest.presence.VisitsResource;
import org.escale.rest.problem.EveryFailure;
import org.escale.rest.problem.FrameworkFailure;
import org.escale.service.BookingOffice;
import org.escale.service.Clients;
import org.escale.service.Reception;
import org.escale.service.Search;

/** The whole door before a town in memory, whose booking office books whatever it is asked. */
final class House implements AutoCloseable {
  final Ground ground = new Ground();
  final Tokens tokens = new Tokens();
  final AtomicInteger booked = new AtomicInteger();
  final Answering<BookingOffice> office = Answering.service(BookingOffice.class);
  final Answering<Reception> reception = Answering.service(Reception.class);
  final Answering<Search> search = Answering.service(Search.class);
  final Answering<Clients> clients = Answering.service(Clients.class);
  final Stand stand;

  House() {
    this(limits(1000, 1000));
  }

  House(RateLimits limits) {
    Town.build(ground);
    office.to("book", args -> book((BookingOffice.Wanted) args[1]));
    clients.to("member", args -> Outcome.<Member>refused(RefusalCode.NOT_FOUND));
    stand = new Stand(resources(limits), extensions(limits));
  }

  private Outcome<?> book(BookingOffice.Wanted wanted) {
    booked.incrementAndGet();
    return Outcome.done(ground.put(Town.booking("b-" + booked, wanted.slot())));
  }

  private List<?> resources(RateLimits limits) {
    var people = new People(clients.here());
    var all = new ArrayList<>();
    all.add(new DirectoryResource(ground));
    all.add(new CentresResource(ground));
    all.add(new AvailabilityResource(search.here()));
    all.add(new BookingsResource(office.here(), ground, new BookingTimes(ground), people));
    all.add(new VisitsResource(reception.here(), ground, people));
    all.add(new AuthorisationsResource(reception.here()));
    all.add(new LoginResource(tokens, limits));
    all.add(new TokensResource(tokens));
    return all;
  }

  private List<?> extensions(RateLimits limits) {
    return List.of(
        new Gate(),
        new Authentication(tokens, limits),
        new CallContext(),
        new SafeHeaders(),
        new BodyRequired(),
        new EveryFailure(),
        new FrameworkFailure());
  }

  static RateLimits limits(int account, int address) {
    return new RateLimits(account, address, 60);
  }

  @Override
  public void close() {
    stand.close();
  }
}
