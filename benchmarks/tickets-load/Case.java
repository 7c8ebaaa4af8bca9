import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Something to be measured: the requests of the load, one sample whose statements pgbench runs, and
 * what in those statements differs from request to request, as SQL with pgbench's variables.
 */
record Case(
    String name,
    int status,
    Function<Random, byte[]> request,
    byte[] sample,
    String script,
    Map<String, String> varying) {}
