-- log_ids_taken: one row per observation that was entered under the id of what a log shows. Reads observations, log_access.
SELECT o.observation_id
FROM observations AS o JOIN log_access AS a ON a.observation_id = o.observation_id
ORDER BY o.observation_id
