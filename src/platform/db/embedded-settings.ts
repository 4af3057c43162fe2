// How the embedded PostgreSQL is tuned: small at rest, and nothing acknowledged is ever lost.

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '32MB',
  huge_pages: 'off',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  effective_cache_size: '256MB',
  random_page_cost: '1.1',
  jit: 'off',
  io_method: 'sync',
  max_worker_processes: '4',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  max_wal_senders: '0',
  wal_level: 'minimal',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  fsync: 'on',
  synchronous_commit: 'on',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '2',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Errors reach the application; here they would write down what people typed.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
}

/** The command line for `postgres`, with what this start adds or changes. */
export function settingsFor(changes: Record<string, string>): string[] {
  return Object.entries({ ...settings, ...changes }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
