package org.escale.rest;

import java.lang.reflect.Constructor;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.client.Member;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.rest.booking.BookingTimes;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Sheets;
import org.escale.rest.client.People;
import org.escale.rest.feed.Telling;
import org.escale.rest.operation.Fence;
import org.escale.rest.operation.Routes;
import org.escale.rest.stream.Streams;
import org.escale.service.Audit;
import org.escale.service.BookingOffice;
import org.escale.service.Clients;
import org.escale.service.Events;
import org.escale.service.Jobs;
import org.escale.service.Lookup;
import org.escale.service.Pace;
import org.escale.service.SignIn;

/**
 * The whole door before a town in memory, whose booking office books whatever it is asked; a test
 * gives the other services the answers that it needs.
 */
final class House implements AutoCloseable {
  final Ground ground = new Ground();
  final Tokens tokens = new Tokens();
  final AtomicInteger booked = new AtomicInteger();
  final Book book = new Book();
  final Stand stand;
  private final Map<Class<?>, Answering<?>> services = new HashMap<>();
  private final Map<Class<?>, Object> parts = new HashMap<>();

  House() {
    this((kind, who) -> Optional.empty());
  }

  House(Pace pace) {
    Town.build(ground);
    service(BookingOffice.class).to("book", args -> book((BookingOffice.Wanted) args[1]));
    service(Clients.class).to("member", a -> Outcome.<Member>refused(RefusalCode.NOT_FOUND));
    parts.put(Pace.class, pace);
    parts.put(Audit.class, book);
    parts.put(Lookup.class, ground);
    parts.put(SignIn.class, tokens);
    parts.put(BookingTimes.class, new BookingTimes(ground));
    parts.put(People.class, new People(service(Clients.class).here(), "home"));
    parts.put(Clock.class, Clock.fixed(Town.NINE, java.time.ZoneOffset.UTC));
    parts.put(Telling.class, new Telling());
    parts.put(Routes.class, new Routes(new Fence()));
    parts.put(Lists.class, new Lists(ground, service(Events.class).here()));
    parts.put(Sheets.class, new Sheets(ground, (Lists) parts.get(Lists.class)));
    parts.put(Streams.class, new Streams(tokens));
    parts.put(Jobs.class, new ToyJobs());
    stand = new Stand(made(Served.resources()), made(Served.scim()), made(Served.extensions()));
  }

  /** A service, to be told what to answer. */
  @SuppressWarnings("unchecked")
  <S> Answering<S> service(Class<S> of) {
    return (Answering<S>) services.computeIfAbsent(of, Answering::service);
  }

  private Outcome<?> book(BookingOffice.Wanted wanted) {
    booked.incrementAndGet();
    return Outcome.done(ground.put(Town.booking("b-" + booked, wanted.slot())));
  }

  private List<?> made(List<Class<?>> classes) {
    return classes.stream().map(this::made).toList();
  }

  private Object made(Class<?> of) {
    Constructor<?> constructor = of.getConstructors()[0];
    var given = Arrays.stream(constructor.getParameterTypes()).map(this::part).toArray();
    try {
      return constructor.newInstance(given);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(of + " cannot be made", e);
    }
  }

  private Object part(Class<?> of) {
    return Optional.ofNullable(parts.get(of)).orElseGet(() -> service(of).here());
  }

  @Override
  public void close() {
    stand.close();
  }
}
